package sparkpipelines;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The .NET job as a child of this JVM. */
final class JobProcess {
    /** Above Spark's own hooks (40, 50), so that the job can still query while it ends. */
    private static final int BEFORE_SPARK = 1000;
    /** Below the ten seconds that Spark's standalone worker waits before it kills a driver. */
    private static final int PATIENCE_SECONDS = 8;
    private static final int KILLED = 128 + 9;

    private Process process;
    private boolean stopping;
    private boolean over;

    /** Has the job ended before Spark goes down when this JVM is asked to end. */
    void stopBeforeSpark() throws ReflectiveOperationException {
        ShutdownHooks.add(this::stop, BEFORE_SPARK);
    }

    /**
     * The job writes to this process's own stdout and stderr. Its stdin stays a pipe that nothing is written to: it ends when this JVM
     * does, however that comes about, and the job takes that for the order to end. Nothing starts once this JVM is asked to end.
     *
     * @return whether it was started
     */
    synchronized boolean start(List<String> command, Map<String, String> environment) {
        if (stopping) {
            return false;
        }
        ProcessBuilder builder = new ProcessBuilder(command).redirectOutput(Redirect.INHERIT).redirectError(Redirect.INHERIT);
        environment.forEach((name, value) -> {
            if (value == null) {
                builder.environment().remove(name);
            } else {
                builder.environment().put(name, value);
            }
        });
        try {
            process = builder.start();
            return true;
        } catch (IOException failure) {
            throw new RunnerException(RunnerException.JOB_NOT_STARTED, "the job could not be started: " + failure.getMessage() + ".");
        }
    }

    /** Whether this JVM was asked to end; that shows a moment before the hooks run. */
    synchronized boolean isStopping() {
        return stopping || ShutdownHooks.isEnding();
    }

    /** The runner has done what it could: if this JVM ends now, it does so by itself. */
    synchronized void over() {
        over = !isStopping();
    }

    /** 128 and the signal's number for a job that a signal ended. */
    int waitFor() throws InterruptedException {
        int code = process.waitFor();
        if (code == KILLED && !isStopping()) {
            System.err.println("spark-runner: the job was killed with SIGKILL, by somebody or by the system for want of memory.");
        }
        return code;
    }

    private void stop() {
        Process running;
        synchronized (this) {
            if (over) {
                return;
            }
            stopping = true;
            running = process;
        }
        if (running == null) {
            System.err.println("spark-runner: asked to end before the job was started.");
            return;
        }
        if (!running.isAlive()) {
            return;
        }
        System.err.println("spark-runner: asked to end, so the job is told to; it has " + PATIENCE_SECONDS + " seconds.");
        terminate(running);
        try {
            if (running.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
        System.err.println("spark-runner: the job did not end within " + PATIENCE_SECONDS + " seconds and is killed.");
        running.destroyForcibly();
    }

    /** SIGTERM and nothing else; {@code Process.destroy} would also close the job's stdin, the only way that Java 8 has. */
    private static void terminate(Process process) {
        try {
            Class<?> handle = Class.forName("java.lang.ProcessHandle");
            handle.getMethod("destroy").invoke(Process.class.getMethod("toHandle").invoke(process));
        } catch (ReflectiveOperationException javaEight) {
            process.destroy();
        }
    }
}
