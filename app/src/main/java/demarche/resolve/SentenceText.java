package demarche.resolve;

import demarche.parse.Sentence;
import demarche.parse.Token;
import demarche.story.Span;

/** A sentence's words as one line, one space between words that do not touch, with the way back to words and story offsets. */
final class SentenceText {
    private final Sentence sentence;
    private final StringBuilder text = new StringBuilder();
    private final int[] starts;

    SentenceText(Sentence sentence) {
        this.sentence = sentence;
        starts = new int[sentence.tokens().size() + 1];
        int end = -1;
        for (Token token : sentence.tokens()) {
            if (end >= 0 && token.span().start() > end) {
                text.append(' ');
            }
            starts[token.index() - 1] = text.length();
            text.append(token.form());
            end = token.span().end();
        }
        starts[starts.length - 1] = text.length() + 1;
    }

    String text() {
        return text.toString();
    }

    /** The word that holds the character at this UTF-16 offset of {@link #text}, or the one before a space. */
    Token at(int offset) {
        int i = 0;
        while (i + 1 < starts.length - 1 && starts[i + 1] <= offset) {
            i++;
        }
        return sentence.tokens().get(i);
    }

    /** Where the characters from {@code start} to {@code end} (UTF-16, end exclusive) stand in the story. */
    Span span(int start, int end) {
        Token first = at(start);
        Token last = at(end - 1);
        int from = first.span().start();
        int to = last.span().end();
        if (spelled(first)) {
            from += text.codePointCount(starts[first.index() - 1], start);
        }
        if (spelled(last)) {
            to = last.span().start() + text.codePointCount(starts[last.index() - 1], end);
        }
        return new Span(from, to, first.span().in());
    }

    private static boolean spelled(Token token) {
        return token.form().codePointCount(0, token.form().length())
                == token.span().length();
    }
}
