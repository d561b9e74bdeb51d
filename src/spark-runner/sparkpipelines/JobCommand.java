package sparkpipelines;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** How the .NET job is started: its command line and its environment. */
final class JobCommand {
    private static final boolean WINDOWS = System.getProperty("os.name").startsWith("Windows");

    private JobCommand() {
    }

    /** A job published self-contained brings its own executable; any other runs under the {@code dotnet} of this machine. */
    static List<String> of(Properties job, JobFolder folder, String[] arguments) throws IOException {
        folder.unpack(job.getProperty("archive"));
        List<String> command = new ArrayList<>();
        String executable = job.getProperty("executable");
        if (executable != null) {
            command.add(folder.job().resolve(executable).toString());
        } else {
            command.add(dotnet());
            command.add(folder.job().resolve(job.getProperty("assembly")).toString());
        }
        command.addAll(Arrays.asList(arguments));
        return command;
    }

    /** A null value takes the variable away from what the job inherits. */
    static Map<String, String> environment(JobFolder folder, int port, String token) throws IOException {
        Map<String, String> environment = new HashMap<>();
        // With the name localhost a client needs no TLS to send a token; the address would ask for it.
        environment.put("SPARK_REMOTE", "sc://localhost:" + port + "/");
        environment.put("SPARK_CONNECT_AUTHENTICATE_TOKEN", token);
        environment.put("SPARKPIPELINES_SUBMITTED", "1");
        environment.put("SPARKPIPELINES_DRIVER_FOLDERS", String.join(File.pathSeparator, folder.leftByKilledDriver()));

        // The watch over this JVM's end (DriverWatch.cs) starts before the job's own Main, in every job that brings it; it is the first
        // of the hooks, where the watch expects it.
        Path watch = folder.job().resolve("SparkPipelines.Sql.dll");
        if (Files.exists(watch)) {
            String others = System.getenv("DOTNET_STARTUP_HOOKS");
            environment.put("DOTNET_STARTUP_HOOKS", others == null ? watch.toString() : watch + File.pathSeparator + others);
        }

        // spark-submit.sh may have put an empty folder in its place, for class-data sharing.
        String confFolder = System.getenv("SPARKPIPELINES_CONF_DIR");
        if (confFolder != null) {
            environment.put("SPARK_CONF_DIR", confFolder);
        }

        // Meant for this JVM and its launcher, not for a spark-submit that the job may start.
        for (String own : new String[] {"SPARK_SUBMIT_OPTS", "SPARK_LAUNCHER_OPTS", "SPARK_ENV_LOADED", "_SPARK_CMD_USAGE",
            "SPARKPIPELINES_CONF_DIR"}) {
            environment.put(own, null);
        }
        return environment;
    }

    private static String dotnet() {
        String name = WINDOWS ? "dotnet.exe" : "dotnet";
        List<String> folders = new ArrayList<>();
        if (System.getenv("DOTNET_ROOT") != null) {
            folders.add(System.getenv("DOTNET_ROOT"));
        }
        if (System.getenv("PATH") != null) {
            folders.addAll(Arrays.asList(System.getenv("PATH").split(File.pathSeparator)));
        }
        folders.addAll(Arrays.asList("/usr/share/dotnet", "/usr/lib/dotnet", "/usr/local/share/dotnet",
            System.getProperty("user.home") + "/.dotnet"));
        for (String folder : folders) {
            Path candidate = Paths.get(folder, name);
            if (Files.isExecutable(candidate)) {
                return candidate.toString();
            }
        }
        throw new RunnerException(RunnerException.JOB_NOT_STARTED, "no .NET runtime on the driver's machine: 'dotnet' is neither in DOTNET_ROOT "
            + "nor on the PATH; install it there, or package the job with --self-contained.");
    }
}
