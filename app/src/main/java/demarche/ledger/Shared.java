package demarche.ledger;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Answers about the ledger as a whole, worked out once for each state of the ledger and shared by its readers. */
final class Shared {
    private final LongSupplier version;
    private volatile State state;

    private record State(long version, Map<String, Object> answers) {}

    /**
     * @param version a number that is another one whenever the ledger has changed
     */
    Shared(LongSupplier version) {
        this.version = version;
        this.state = new State(version.getAsLong(), new ConcurrentHashMap<>());
    }

    /** What {@code make} answers, asked once a state; {@code what} must name one question and one type only. */
    @SuppressWarnings("unchecked")
    <T> T once(String what, Supplier<T> make) {
        State now = state;
        long current = version.getAsLong();
        if (now.version() != current) {
            now = new State(current, new ConcurrentHashMap<>());
            state = now;
        }
        Object known = now.answers().get(what);
        if (known != null) {
            return (T) known;
        }
        T made = make.get();
        now.answers().put(what, made);
        return made;
    }
}
