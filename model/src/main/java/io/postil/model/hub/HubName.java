package io.postil.model.hub;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a model is called on a hub.
 *
 * @param id {@code name} or {@code organisation/name}
 * @param revision a branch, a tag or a commit
 */
public record HubName(String id, String revision) {
    /** The branch that counts where none is named. */
    public static final String MAIN = "main";

    private static final String WORD = "[A-Za-z0-9_](?:(?!--|\\.\\.)[A-Za-z0-9._-]){0,95}";
    private static final Pattern NAME =
            Pattern.compile("(" + WORD + "(?:/" + WORD + ")?)(?:@([A-Za-z0-9](?:(?!\\.\\.)[A-Za-z0-9._/-]){0,127}))?");
    private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{40}");

    /** {@code organisation/name}, with {@code @revision} behind it or without; empty where it is no such name. */
    public static Optional<HubName> of(String name) {
        Matcher matcher = NAME.matcher(name);
        return matcher.matches()
                ? Optional.of(new HubName(matcher.group(1), matcher.group(2) == null ? MAIN : matcher.group(2)))
                : Optional.empty();
    }

    /** The same model at another revision. */
    public Optional<HubName> at(String other) {
        return of(id + "@" + other);
    }

    static boolean isCommit(String revision) {
        return COMMIT.matcher(revision).matches();
    }

    /** The folder of the cache. */
    String folder() {
        return "models--" + id.replace("/", "--");
    }

    @Override
    public String toString() {
        return revision.equals(MAIN) ? id : id + "@" + revision;
    }
}
