package sparkpipelines;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;

/**
 * The other way round: a .NET program that runs already has spark-submit start this, a Spark Connect server that ends when its stdin does, which
 * is when the program closes it or is gone, however that came about.
 *
 * <p>What must not stand on a command line comes over stdin: one line with the token, then a line for each setting, its {@code name=value} in
 * Base64, then an empty line. The server answers on stdout with one line: {@value #READY}, the port, and the folders that a killed server leaves.
 */
public final class SparkServer {
    private static final String READY = "sparkpipelines-server";

    private SparkServer() {
    }

    public static void main(String[] arguments) {
        System.exit(Main.run(() -> {
            ignoreInterrupt();
            run();
            return 0;
        }));
    }

    private static void run() throws Exception {
        BufferedReader stdin = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
        String token = stdin.readLine();
        if (token == null) {
            return;
        }
        Map<String, String> settings = readSettings(stdin);
        JobFolder folder = JobFolder.adoptOrCreate();
        try {
            Thread end = new Thread(() -> exitAtEnd(stdin), "sparkpipelines-end-of-stdin");
            end.setDaemon(true);
            end.start();
            DriverSession session = DriverSession.start("SparkPipelines", token, folder, settings);
            int port = ConnectServer.start(session.context(), token);
            System.out.println(READY + " " + port + " " + String.join(File.pathSeparator, folder.leftByKilledDriver()));
            System.out.flush();
        } finally {
            folder.release();
        }
        // The thread above ends the JVM.
        Thread.currentThread().join();
    }

    private static Map<String, String> readSettings(BufferedReader stdin) throws IOException {
        Map<String, String> settings = new TreeMap<>();
        for (String line = stdin.readLine(); line != null && !line.isEmpty(); line = stdin.readLine()) {
            String setting = new String(Base64.getDecoder().decode(line), StandardCharsets.UTF_8);
            int equals = setting.indexOf('=');
            settings.put(setting.substring(0, equals), setting.substring(equals + 1));
        }
        return settings;
    }

    private static void exitAtEnd(BufferedReader stdin) {
        try {
            while (stdin.readLine() != null) {
                continue;
            }
        } catch (IOException broken) {
            System.err.println("spark-runner: stdin can't be read, so the server ends: " + broken.getMessage());
        }
        System.exit(0);
    }

    /** Ctrl-C reaches the whole process group, but it is the program's: one that handles it may want its Spark to the end. */
    private static void ignoreInterrupt() throws ReflectiveOperationException {
        Class<?> signal = Class.forName("sun.misc.Signal");
        Class<?> handler = Class.forName("sun.misc.SignalHandler");
        signal.getMethod("handle", signal, handler)
            .invoke(null, signal.getConstructor(String.class).newInstance("INT"), handler.getField("SIG_IGN").get(null));
    }
}
