package demarche.resolve;

import demarche.story.Party;
import demarche.story.Span;
import demarche.story.Story;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells firms, their people and those who only watch a market from political actors, by what they are called and by the words
 * beside their roles: "chairman" is of a firm where a firm stands beside it.
 */
final class Business {
    private static final int BESIDE = 45;
    private static final Set<String> BLOCS = Set.of("IGO", "UNO", "EUR", "NGO", "ISM", "IMG");
    private static final String BODY =
            "(?i).*\\b(committee|commission|council|ministry|court|parliament|union|party|front|movement|organi[sz]ation|authority|league|assembly|federation|alliance|police|army|congress|senate|forum|coalition|community|conference|opec|institute|campaign|society|church|watch|international|rights|brotherhood|tribunal|bureau|department|treasury|reserve|office|administration|government|guard|forces?|navy|militia|board|growers|farmers|workers|employers|teachers|producers)\\b.*";
    private static final String FIRM =
            "(?i).*\\b(inc|co|corp|ltd|plc|llc|ag|sa|nv|group|company|corporation|bank|industries|holdings|airlines?|motors?)\\.?";
    private static final Pattern OFFICE = Pattern.compile(
            "(?i)(vice |deputy )?(chairman|chairwoman|director|chief executive|chief|president|vice president|executive|manager|spokesman|spokeswoman|head|officer|coordinator|controller|administrator|official|adviser)");
    private static final String FIRM_WORD =
            "\\b(Inc|Corp|Co|Ltd|Plc|PLC|AG|NV|SpA|Bros|LLC|Industries|Holdings|Airlines)";
    private static final Pattern COMPANY =
            Pattern.compile(FIRM_WORD + "\\b|\\b(company|firm|brokerage)\\b|<[A-Z]+(\\.[A-Z]+)?>");
    private static final Pattern OF_FIRM = Pattern.compile(FIRM_WORD + "\\.?('s)?,? (Vice |Deputy )?$");

    /** Offices of firms, unless a body of state or the like stands beside them. */
    private static final Pattern BOARD = Pattern.compile(
            "(chairman|chairwoman|chief executive|managing director|(senior |executive )?vice[- ]president|treasurer|executive officer)");

    private static final Pattern STATE = Pattern.compile(
            "(?i)\\b(committee|commission|council|congress|senate|house|federal|reserve|party|front|union|plo|joint chiefs|agency|bureau|fund|nations|opec|ec|parliament|ministry|government|national|state|central|organi[sz]ation|board of trade|association|assembly|republic|liberation|institute)\\b");
    private static final Pattern ONLOOKER = Pattern.compile(
            "(?i).*\\b(analysts?|economists?|traders?|dealers?|brokers?|strategists?|investors?|consultants?|shareholders?|stockholders?|directors|executives|managers|bankers)\\b.*");

    private final String text;

    Business(Story story) {
        this.text = story.text();
    }

    /** Whether a party is a firm, or somebody who holds an office of one. */
    boolean is(Party party) {
        return firm(party) || officer(party);
    }

    /** Whether a party is one of those who only watch: analysts, dealers, shareholders. */
    boolean watches(Party party) {
        return Set.of(Party.Kind.GROUP, Party.Kind.PERSON).contains(party.kind())
                && (ONLOOKER.matcher(party.name()).matches()
                        || party.roles().stream()
                                .anyMatch(r -> ONLOOKER.matcher(r.text()).matches()));
    }

    private static boolean firm(Party party) {
        boolean unknown = party.sector() == null && !BLOCS.contains(String.valueOf(party.country()));
        return unknown
                        && party.kind() == Party.Kind.ORGANIZATION
                        && !party.name().matches(BODY)
                || unknown && party.name().matches(FIRM)
                || "BUS".equals(party.sector()) && !BLOCS.contains(String.valueOf(party.country()))
                || "MNC".equals(party.country());
    }

    private boolean officer(Party party) {
        if (party.kind() == Party.Kind.STATE
                || party.kind() == Party.Kind.ORGANIZATION
                || party.sector() != null && !party.sector().equals("GOV")) {
            return false;
        }
        if (party.roles().isEmpty()) {
            return party.mentions().stream()
                    .filter(m -> m.kind() == Party.MentionKind.NOMINAL && m.in() == null)
                    .anyMatch(m -> office(new Span(m.start(), m.end(), null)));
        }
        return party.roles().stream().allMatch(r -> r.in() == null && office(new Span(r.start(), r.end(), null)));
    }

    /** Whether an office with a firm beside it stands at a span of the text. */
    private boolean office(Span span) {
        int start = text.offsetByCodePoints(0, span.start());
        int end = text.offsetByCodePoints(0, span.end());
        String word = text.substring(start, end);
        if (word.startsWith("President")) {
            // "Norvik Inc President Karl Dorn"; with nothing before it the word is of a state.
            return OF_FIRM.matcher(text.substring(Math.max(0, start - BESIDE), start))
                    .find();
        }
        if (!OFFICE.matcher(word).find()) {
            return false;
        }
        if (BOARD.matcher(word).matches()
                && !STATE.matcher(text.substring(Math.max(0, start - BESIDE), Math.min(text.length(), end + BESIDE)))
                        .find()) {
            return true;
        }
        String beside = text.substring(Math.max(0, start - BESIDE), Math.min(text.length(), end + BESIDE));
        return COMPANY.matcher(beside).find();
    }
}
