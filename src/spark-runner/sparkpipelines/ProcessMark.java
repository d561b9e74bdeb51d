package sparkpipelines;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A process as a word for file names: boot, process namespace, number and start, so that no later process with the same number is taken for it. Only
 * Linux has it. {@code ProcessMark.cs} writes the same.
 */
final class ProcessMark {
    private static final Pattern MARK = Pattern.compile("^[0-9a-f]{8}-[0-9]{1,10}-[0-9]{1,9}-[0-9]{1,18}(?=-|$)");
    private static final String MACHINE = readMachine();

    private ProcessMark() {
    }

    /** This process; null where the system does not tell. */
    static String own() {
        if (MACHINE == null) {
            return null;
        }
        try {
            String process = new File("/proc/self").getCanonicalFile().getName();
            Long start = readStart(process);
            return start == null ? null : MACHINE + "-" + process + "-" + start;
        } catch (IOException untold) {
            return null;
        }
    }

    /** The mark that a name begins with, before {@code -} or its end; null when it begins with none. */
    static String read(String name) {
        Matcher matcher = MARK.matcher(name);
        return matcher.find() ? matcher.group() : null;
    }

    /** False for a process that runs, and for one of another boot, container or machine, of which nobody here can know. */
    static boolean isCertainlyGone(String mark) {
        if (MACHINE == null || !mark.startsWith(MACHINE + "-")) {
            return false;
        }
        String[] parts = mark.substring(MACHINE.length() + 1).split("-");
        Long start = readStart(parts[0]);
        return start == null || start != Long.parseLong(parts[1]);
    }

    private static String readMachine() {
        try {
            String boot = text(Paths.get("/proc/sys/kernel/random/boot_id"));
            String space = Files.readSymbolicLink(Paths.get("/proc/self/ns/pid")).toString();
            return boot.substring(0, 8) + "-" + space.replaceAll("[^0-9]", "");
        } catch (IOException anotherSystem) {
            return null;
        }
    }

    /** In clock ticks since the boot; null for a process that has ended, its parent knowing of it or not. */
    private static Long readStart(String process) {
        try {
            String stat = text(Paths.get("/proc", process, "stat"));
            // The name in parentheses may hold anything; the state is the third field, the start the 22nd.
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return fields[0].equals("Z") || fields[0].equals("X") ? null : Long.valueOf(fields[19]);
        } catch (IOException gone) {
            return null;
        }
    }

    private static String text(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }
}
