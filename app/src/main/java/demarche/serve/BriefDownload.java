package demarche.serve;

import demarche.ledger.Brief;
import demarche.ledger.Views;
import gg.jte.output.StringOutput;
import java.util.Map;

/** One page on a dispute to send to others: it stands alone, without the site around it. */
final class BriefDownload implements Other {
    private static final String STYLE = Assets.text("../brief.css");

    /** What the policy must name so that browsers take the style that the page brings along. */
    static String styleHash() {
        return "'sha256-" + Assets.sha256(STYLE) + "'";
    }

    @Override
    public String path() {
        return "/disputes/{id}/brief";
    }

    @Override
    public Body body(Ask ask) {
        String id = ask.id();
        Views.DisputePage page = ask.reader().disputes().page(id);
        if (page == null) {
            throw new NotFound("There is no dispute with the id " + id + ".", id.replaceAll("-[0-9a-f]{4,6}$|-", " "));
        }
        StringOutput out = new StringOutput();
        Render.TEMPLATES.render("brief.jte", Map.of("brief", Brief.of(page), "style", STYLE), out);
        return new Body("text/html; charset=utf-8", out.toString(), null);
    }
}
