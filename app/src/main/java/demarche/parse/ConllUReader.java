package demarche.parse;

import demarche.story.Span;
import java.util.ArrayList;
import java.util.List;

/** Collects the rows of CoNLL-U documents and rebuilds their text. */
final class ConllUReader {
    private final String place;
    private String id = "";
    private StringBuilder text = new StringBuilder();
    private int length;
    private List<Sentence> sentences = new ArrayList<>();
    private List<List<ConllU.Multiword>> multiwords = new ArrayList<>();
    private List<Token> tokens = new ArrayList<>();
    private List<ConllU.Multiword> groups = new ArrayList<>();
    private boolean space;
    private boolean paragraph;
    private int groupEnd;

    ConllUReader(String place) {
        this.place = place;
    }

    void id(String newId) {
        id = newId;
    }

    void paragraph() {
        paragraph = true;
    }

    void row(String[] columns, int line) {
        if (columns.length != 10) {
            throw ConllU.badRow(place, line, columns.length + " columns");
        }
        if (columns[0].contains(".")) {
            return;
        }
        try {
            if (columns[0].contains("-")) {
                String[] range = columns[0].split("-");
                groupEnd = Integer.parseInt(range[1]);
                Span span = append(columns[1]);
                groups.add(new ConllU.Multiword(Integer.parseInt(range[0]), groupEnd, span));
                space = !columns[9].contains("SpaceAfter=No");
            } else {
                word(columns);
            }
        } catch (NumberFormatException e) {
            throw ConllU.badRow(place, line, "\"" + columns[0] + "\" or \"" + columns[6] + "\" is no number");
        }
    }

    private void word(String[] c) {
        int index = Integer.parseInt(c[0]);
        Span span;
        if (index <= groupEnd) {
            span = part(groups.get(groups.size() - 1), c[1]);
        } else {
            span = append(c[1]);
            space = !c[9].contains("SpaceAfter=No");
        }
        int head = c[6].equals("_") ? 0 : Integer.parseInt(c[6]);
        tokens.add(new Token(index, span, c[1], c[2], c[3], c[4], head, c[7]));
    }

    /** The characters of a part when the parts spell the token, else the whole token. */
    private Span part(ConllU.Multiword group, String form) {
        int from = group.span().start();
        if (!tokens.isEmpty() && tokens.get(tokens.size() - 1).index() >= group.first()) {
            from = tokens.get(tokens.size() - 1).span().end();
        }
        int to = from + form.codePointCount(0, form.length());
        boolean spelled = to <= group.span().end()
                && text.substring(text.offsetByCodePoints(0, from), text.offsetByCodePoints(0, to))
                        .equals(form);
        return spelled ? Span.of(from, to) : group.span();
    }

    private Span append(String form) {
        if (length > 0 && (paragraph || space)) {
            text.append(paragraph ? '\n' : ' ');
            length++;
        }
        paragraph = false;
        int start = length;
        text.append(form);
        length += form.codePointCount(0, form.length());
        return Span.of(start, length);
    }

    void endSentence() {
        if (!tokens.isEmpty()) {
            Span span = tokens.get(0).span().union(tokens.get(tokens.size() - 1).span());
            sentences.add(new Sentence(sentences.size(), span, tokens, List.of()));
            multiwords.add(List.copyOf(groups));
        }
        tokens = new ArrayList<>();
        groups = new ArrayList<>();
        groupEnd = 0;
    }

    void finish(List<ConllU.Document> out) {
        endSentence();
        if (!sentences.isEmpty()) {
            out.add(new ConllU.Document(id, text.toString(), sentences, multiwords));
        }
        sentences = new ArrayList<>();
        multiwords = new ArrayList<>();
        text = new StringBuilder();
        length = 0;
        space = false;
        paragraph = false;
    }
}
