package demarche.serve;

import org.jspecify.annotations.Nullable;

/** Asks for the password. */
final class SignInPage implements Page {
    /** What the page shows: where to go back to. */
    record SignIn(@Nullable String back) {}

    @Override
    public String path() {
        return "/login";
    }

    @Override
    public boolean lasting() {
        return false;
    }

    @Override
    public Answer answer(Ask ask) {
        return Answer.of("login.jte", "Password", new SignIn(ask.text("back")));
    }
}
