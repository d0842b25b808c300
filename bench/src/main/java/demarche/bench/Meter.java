package demarche.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Seconds since the process began, its CPU seconds so far (all threads, user and system), and its peak memory. */
record Meter(double wall, double cpu) {
    static Meter now() {
        var system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        long began = ManagementFactory.getRuntimeMXBean().getStartTime();
        return new Meter((System.currentTimeMillis() - began) / 1e3, system.getProcessCpuTime() / 1e9);
    }

    Map<String, Double> since(Meter earlier) {
        Map<String, Double> out = new LinkedHashMap<>();
        out.put("wallSeconds", wall - earlier.wall);
        out.put("cpuSeconds", cpu - earlier.cpu);
        return out;
    }

    /** Peak resident memory in bytes: heap, native memory and code; -1 where the system does not tell. */
    static long peakMemory() {
        try {
            return Files.readAllLines(Path.of("/proc/self/status")).stream()
                    .filter(l -> l.startsWith("VmHWM:"))
                    .mapToLong(l -> Long.parseLong(l.replaceAll("\\D", "")) * 1024)
                    .findFirst()
                    .orElse(-1);
        } catch (IOException e) {
            return -1;
        }
    }
}
