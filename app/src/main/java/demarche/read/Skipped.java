package demarche.read;

/**
 * Input that gave no story.
 *
 * @param input file, with line or record where there is one
 * @param reason what is wrong and, where it helps, the way out
 */
public record Skipped(String input, String reason) {}
