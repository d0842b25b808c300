package demarche.serve;

import demarche.Version;
import demarche.ledger.Contents;
import demarche.ledger.Views.Counts;
import demarche.ledger.Views.OrderView;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is in this ledger, what is missing, and what made it. */
final class AboutPage implements Page {
    private static final int OUTLETS = 40;

    /** What the page shows. */
    record About(
            String version,
            String ledger,
            String codebook,
            @Nullable String newest,
            Counts counts,
            Map<String, Long> gaps,
            List<Contents.Intake> intakes,
            List<Contents.Skip> skipped,
            List<Contents.Made> made,
            List<Contents.Outlet> outlets,
            List<OrderView> orders) {}

    @Override
    public String path() {
        return "/about";
    }

    @Override
    public Answer answer(Ask ask) {
        Contents contents = ask.reader().contents();
        List<Contents.Outlet> outlets = contents.outlets(OUTLETS);
        About model = new About(
                Version.VERSION,
                ask.site().settings().name(),
                ask.site().codebook().hash(),
                java.util.Objects.toString(ask.reader().newest(), null),
                ask.reader().counts(),
                contents.gaps(),
                contents.intakes(),
                contents.skipped(),
                contents.made(),
                outlets,
                ask.reader().queries().orders());
        return Answer.of("about.jte", "About this ledger", model).table(Contents.Outlet.class, outlets);
    }
}
