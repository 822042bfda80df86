package io.jenkins.plugins.gomodules.git;

/** The path of a binding: whole components, so that {@code team} does not speak for {@code teamwork}. */
final class RepositoryPath {
    private static final int MAX_LENGTH = 1024;

    private RepositoryPath() {}

    /**
     * Refuses what could mean something to Git, to ssh or to a shell on its way.
     *
     * @throws IllegalArgumentException that begins with the field's name and says what to write instead
     */
    static void check(String field, String path) {
        if (path.isEmpty()) {
            return;
        }
        if (path.length() > MAX_LENGTH) {
            throw Fields.wrong(field, "it has more than " + MAX_LENGTH + " characters");
        }
        if (path.startsWith("/")) {
            throw Fields.wrong(field, Fields.quote(path) + " begins with '/'; write it without, such as 'team/'");
        }
        for (int i = 0; i < path.length(); i++) {
            checkCharacter(field, path, path.charAt(i));
        }
        String components = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        for (String each : components.split("/", -1)) {
            if (each.isEmpty() || each.equals(".") || each.equals("..")) {
                throw Fields.wrong(
                        field,
                        Fields.quote(path) + " holds " + (each.isEmpty() ? "'//'" : Fields.quote(each))
                                + "; write the path as it is in the repository's URL");
            }
            if (each.startsWith("-")) {
                throw Fields.wrong(
                        field,
                        Fields.quote(path) + " has a component that begins with '-'; programs would"
                                + " take it for an option");
            }
        }
    }

    /** Whether the path is the scope itself, its repository ({@code .git}), or lies below it. */
    static boolean covers(String scope, String path) {
        if (scope.isEmpty() || scope.endsWith("/")) {
            return path.startsWith(scope);
        }
        if (!path.startsWith(scope)) {
            return false;
        }
        String rest = path.substring(scope.length());
        return rest.isEmpty() || rest.startsWith("/") || rest.equals(".git") || rest.startsWith(".git/");
    }

    private static void checkCharacter(String field, String path, char c) {
        if (c == '*' || c == '?') {
            throw Fields.wrong(
                    field,
                    Fields.quote(path) + " is a pattern; a path covers all below it: write 'team/' for all of it");
        }
        if (!Fields.isLetterOrDigit(c) && "-._~+/".indexOf(c) < 0) {
            throw Fields.wrong(
                    field,
                    Fields.quote(path) + " holds " + Fields.name(c)
                            + "; a path has letters, digits and '-', '.', '_', '~', '+': bind what stands before it");
        }
    }
}
