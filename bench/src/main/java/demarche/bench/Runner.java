package demarche.bench;

import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** The kernels, by JMH. */
final class Runner {
    private Runner() {}

    static int kernels() throws RunnerException {
        new org.openjdk.jmh.runner.Runner(new OptionsBuilder()
                        .include("demarche.parse.Kernels")
                        .include("demarche.bench.MatrixProduct")
                        .jvmArgsAppend("-Ddemarche.bench=" + System.getProperty("demarche.home", ".") + "/bench")
                        .resultFormat(org.openjdk.jmh.results.format.ResultFormatType.JSON)
                        .result(System.getProperty("demarche.home", ".") + "/bench/target/kernels.json")
                        .build())
                .run();
        return 0;
    }
}
