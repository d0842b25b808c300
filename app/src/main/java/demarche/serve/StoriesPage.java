package demarche.serve;

import demarche.ledger.StoryList;
import demarche.ledger.Views.Facet;
import demarche.ledger.Views.StoryView;
import java.util.List;

/** All stories, newest first. */
final class StoriesPage implements Page {
    private static final int OUTLETS = 12;

    /** What the page shows. */
    record Stories(Listed<StoryView> stories, List<Facet> outlets, StoryList.Filter filter) {}

    @Override
    public String path() {
        return "/stories";
    }

    @Override
    public String nav() {
        return "Stories";
    }

    @Override
    public Answer answer(Ask ask) {
        StoryList.Filter filter = new StoryList.Filter(ask.text("q"), ask.text("outlet"), ask.since(), ask.until());
        Slice slice = ask.slice(50);
        StoryList list = ask.reader().stories();
        List<StoryView> found = list.find(filter, slice.size(), slice.offset());
        Stories model = new Stories(slice.of(found, list.count(filter)), list.outlets(OUTLETS), filter);
        return Answer.of("stories.jte", "Stories", model).table(StoryView.class, found);
    }
}
