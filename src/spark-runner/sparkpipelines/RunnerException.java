package sparkpipelines;

/** A failure with a message for the user, shown without a stack trace, and the exit code that goes with it (docs/spark-submit.md). */
final class RunnerException extends RuntimeException {
    static final int JOB_NOT_STARTED = 70;
    static final int CONNECT_MISSING = 78;

    private static final long serialVersionUID = 1L;

    private final int exitCode;

    RunnerException(int exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    int exitCode() {
        return exitCode;
    }
}
