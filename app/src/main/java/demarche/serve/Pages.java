package demarche.serve;

import java.util.List;

/** Every page there is; the order is that of the navigation. */
final class Pages {
    private Pages() {}

    static List<Page> all() {
        return List.of(
                new TodayPage(),
                new DisputesPage(),
                new DisputePage(),
                new PartiesPage(),
                new PartyPage(),
                new IssuesPage(),
                new IssuePage(),
                new StoriesPage(),
                new StoryPage(),
                new EventsPage(),
                new EventPage(),
                new MapPage(),
                new NetworkPage(),
                new ShiftsPage(),
                new PositionsPage(),
                new SearchPage(),
                new CodebookPage(),
                new SqlPage(),
                new AboutPage(),
                new CorrectionsPage(),
                new SignInPage());
    }

    /** What has an address but is no page. */
    static List<Other> others() {
        return List.of(new BriefDownload(), new GoldDownload());
    }

    /** What forms do. */
    static List<Deed> deeds() {
        return List.of(new CorrectDeed(), new UndoDeed(), new SignInDeed());
    }
}
