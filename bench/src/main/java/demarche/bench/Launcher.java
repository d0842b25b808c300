package demarche.bench;

import java.util.List;

/** The JVM options that the {@code demarche} launcher gives. */
final class Launcher {
    static final List<String> OPTIONS = List.of(System.getProperty("demarche.options", "-Xmx2g -XX:+UseParallelGC").split(" "));

    private Launcher() {}
}
