package sparkpipelines;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.Properties;

/**
 * What spark-submit starts: builds the session, serves it to the .NET job over Spark Connect, runs the job as a child process and hands on
 * how it ended.
 *
 * <p>Spark is reached by reflection alone, so that one set of classes (Java 8) serves Spark 3.5 and everything after it.
 */
public final class SparkRunner {
    private SparkRunner() {
    }

    public static void main(String[] arguments) throws Throwable {
        end(Main.run(() -> run(arguments)));
    }

    private static int run(String[] arguments) throws Exception {
        Properties job = readJob();
        JobProcess process = new JobProcess();
        process.stopBeforeSpark();
        try {
            JobFolder folder = JobFolder.create();
            try {
                return run(job, process, folder, arguments);
            } finally {
                folder.release();
            }
        } finally {
            process.over();
        }
    }

    private static int run(Properties job, JobProcess process, JobFolder folder, String[] arguments) throws Exception {
        String token = ConnectServer.newToken();
        DriverSession session;
        try {
            session = DriverSession.start(job.getProperty("name"), token, folder, Collections.emptyMap());
        } catch (Exception failure) {
            // Spark can't start while the JVM ends; that it did not is no news then.
            if (process.isStopping()) {
                return RunnerException.JOB_NOT_STARTED;
            }
            throw failure;
        }
        try {
            int port = ConnectServer.start(session.context(), token);
            boolean started = process.start(JobCommand.of(job, folder, arguments), JobCommand.environment(folder, port, token));
            return started ? process.waitFor() : RunnerException.JOB_NOT_STARTED;
        } finally {
            // When this JVM was asked to end, Spark's own hook stops Spark.
            if (!process.isStopping()) {
                session.stop();
            }
        }
    }

    private static Properties readJob() throws IOException {
        Properties job = new Properties();
        try (InputStream stream = SparkRunner.class.getResourceAsStream("/sparkpipelines/job.properties")) {
            if (stream == null) {
                throw new RunnerException(RunnerException.JOB_NOT_STARTED, "the jar holds no job; make it with 'sparkpipelines package'.");
            }
            job.load(stream);
        }
        return job;
    }

    /**
     * Ends the JVM with the job's code. YARN's application master runs {@code main} in its own JVM and takes an exit for a crash: it wants a
     * return, or Spark's own exception that carries a code.
     */
    private static void end(int code) throws Throwable {
        boolean inApplicationMaster = "cluster".equals(System.getProperty("spark.submit.deployMode"))
            && "yarn".equals(System.getProperty("spark.master"));
        if (!inApplicationMaster) {
            System.exit(code);
        }
        if (code != 0) {
            throw (Throwable) Reflect.type("org.apache.spark.SparkUserAppException").getConstructor(int.class).newInstance(code);
        }
    }
}
