package demarche.serve;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What pages answered last, kept until the ledger changes. A page's answer is the same for every reader; what is around it is not. */
final class KeptAnswers {
    private static final int MOST = 64;

    private final Map<String, Answer> answers = new LinkedHashMap<>(MOST, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Answer> eldest) {
            return size() > MOST;
        }
    };

    private long version = -1;

    /**
     * The answer at an address.
     *
     * @param current the ledger's version, read before it is asked
     */
    Answer at(long current, String address, Supplier<Answer> ask) {
        Answer known = known(current, address);
        return known == null ? keep(current, address, ask.get()) : known;
    }

    private synchronized @Nullable Answer known(long current, String address) {
        if (current > version) {
            answers.clear();
            version = current;
        }
        return current == version ? answers.get(address) : null;
    }

    private synchronized Answer keep(long current, String address, Answer made) {
        if (current == version) {
            answers.put(address, made);
        }
        return made;
    }
}
