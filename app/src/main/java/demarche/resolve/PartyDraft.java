package demarche.resolve;

import demarche.code.Ref;
import demarche.story.Party;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A party while its story is being read; what is known of it grows. */
final class PartyDraft {
    final String id;
    String name;
    Party.Kind kind;

    @Nullable
    String country;

    @Nullable
    String sector;

    @Nullable
    PartyDraft speaksFor;

    boolean plural;

    /** Whether a plural noun describes it ("lawyers"), which one of them ("the lawyer") cannot mean. */
    boolean many;

    /** Whether the register knows it as one body ("the Front … it"), not as many people. */
    boolean named;

    boolean abroad;

    /** Whether one noun in the singular names them ("the army … it"). */
    boolean collective;

    /** "m" or "f" where a title beside the name tells. */
    @Nullable
    String gender;

    final List<Party.Role> roles = new ArrayList<>();
    final List<String> roleLemmas = new ArrayList<>();
    final List<Ref> roleWords = new ArrayList<>();
    final List<Party.Mention> mentions = new ArrayList<>();

    PartyDraft(String id, String name, Party.Kind kind) {
        this.id = id;
        this.name = name;
        this.kind = kind;
    }
}
