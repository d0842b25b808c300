package demarche.serve;

import java.util.List;

/** Every page there is; the order is that of the navigation. */
final class Pages {
    private Pages() {}

    static List<Page> all() {
        return List.of(new TodayPage(), new DisputesPage(), new DisputePage(), new StoriesPage(), new StoryPage());
    }
}
