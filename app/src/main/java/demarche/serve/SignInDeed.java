package demarche.serve;

/** Gives the password. */
final class SignInDeed implements Deed {
    @Override
    public String path() {
        return "/login";
    }

    @Override
    public boolean open() {
        return true;
    }

    @Override
    public String act(Form form) {
        form.site().visitors().signIn(form.session(), form.needed("password"));
        String back = form.text("back");
        return back != null && back.startsWith("/") && !back.startsWith("//") && !back.contains("\\") ? back : "/";
    }
}
