package sparkpipelines;

import java.lang.reflect.InvocationTargetException;
import java.util.concurrent.Callable;

/** What every {@code main} here does with its work: a code to exit with, and a failure told on stderr. */
final class Main {
    /** The runner itself failed where no other code says more. */
    private static final int FAILED = 1;

    private Main() {
    }

    static int run(Callable<Integer> work) {
        try {
            return work.call();
        } catch (RunnerException failure) {
            System.err.println("spark-runner: " + failure.getMessage());
            return failure.exitCode();
        } catch (InvocationTargetException failure) {
            failure.getCause().printStackTrace();
            return FAILED;
        } catch (Throwable failure) {
            failure.printStackTrace();
            return FAILED;
        }
    }
}
