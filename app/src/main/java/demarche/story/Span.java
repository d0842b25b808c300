package demarche.story;

import org.jspecify.annotations.Nullable;

/**
 * A half-open stretch of a story, in Unicode code points.
 *
 * @param start first code point, inclusive; never negative
 * @param end first code point after the stretch; at least {@code start}
 * @param in {@code "title"} when the offsets count in the story's title, null when they count in its text
 */
public record Span(int start, int end, @Nullable String in) implements Comparable<Span> {
    /** The value of {@link #in} for spans of the title. */
    public static final String TITLE = "title";

    public Span {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("span " + start + ".." + end + ": ends before it starts");
        }
        if (in != null && !in.equals(TITLE)) {
            throw new IllegalArgumentException("span in \"" + in + "\": only \"title\" or null");
        }
    }

    /** A span of the story's text. */
    public static Span of(int start, int end) {
        return new Span(start, end, null);
    }

    /** Number of code points. */
    public int length() {
        return end - start;
    }

    /** Whether both lie in the same place and share at least one code point. */
    public boolean overlaps(Span other) {
        return sameSide(other) && start < other.end && other.start < end;
    }

    /** Whether {@code other} lies wholly inside this span. */
    public boolean covers(Span other) {
        return sameSide(other) && start <= other.start && other.end <= end;
    }

    /** The shortest span that covers both; both must lie in the same place (title or text). */
    public Span union(Span other) {
        if (!sameSide(other)) {
            throw new IllegalArgumentException("a span of the title and one of the text have no union");
        }
        return new Span(Math.min(start, other.start), Math.max(end, other.end), in);
    }

    /** Whether both count in the title, or both in the text. */
    public boolean sameSide(Span other) {
        return java.util.Objects.equals(in, other.in);
    }

    /** Title before text, then by start, then by end. */
    @Override
    public int compareTo(Span other) {
        if (!sameSide(other)) {
            return in == null ? 1 : -1;
        }
        return start != other.start ? Integer.compare(start, other.start) : Integer.compare(end, other.end);
    }
}
