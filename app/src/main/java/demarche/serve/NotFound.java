package demarche.serve;

/** There is nothing with the id or under the address that was asked for. */
final class NotFound extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String words;

    /**
     * @param message what is not there
     * @param words to search for instead
     */
    NotFound(String message, String words) {
        super(message);
        this.words = words;
    }

    String words() {
        return words;
    }
}
