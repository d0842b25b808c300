package demarche.story;

/** The user's input or files are at fault. The message names the place, what is wrong and the way out; exit code 2. */
public class InputException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public InputException(String message) {
        super(message);
    }

    public InputException(String message, Throwable cause) {
        super(message, cause);
    }
}
