package sparkpipelines;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The run's private temp folder: the unpacked job and what a local Spark spills. It goes when the JVM does. */
final class JobFolder {
    /** Below Spark's own hooks (40): the last thing to happen. */
    private static final int AFTER_SPARK = 5;

    private static final int PATIENCE_SECONDS = 5;

    private final CountDownLatch released = new CountDownLatch(1);
    private volatile Path root;

    private JobFolder() {
    }

    static JobFolder create() throws Exception {
        JobFolder folder = new JobFolder();
        // Before there is anything to delete, so that there is no moment at which nobody would.
        ShutdownHooks.add(folder::deleteWhenReleased, AFTER_SPARK);
        List<String> ofSpark = notedBySpark();
        folder.root = OwnedFolders.create();
        OwnedFolders.note(folder.root, ofSpark);
        OwnedFolders.sweepBeside(folder.root);
        return folder;
    }

    /** The folder for temporary files, where the program that started this JVM has made it for this JVM alone; else a new one. */
    static JobFolder adoptOrCreate() throws Exception {
        Path temporary = Paths.get(System.getProperty("java.io.tmpdir"));
        if (!OwnedFolders.isOwned(temporary)) {
            return create();
        }
        JobFolder folder = new JobFolder();
        OwnedFolders.addOwner(temporary);
        ShutdownHooks.add(folder::deleteWhenReleased, AFTER_SPARK);
        folder.root = temporary;
        OwnedFolders.sweepBeside(temporary);
        return folder;
    }

    Path job() {
        return root.resolve("job");
    }

    String spillFolder() throws IOException {
        return Files.createDirectories(root.resolve("spark")).toString();
    }

    /** The folders that a driver killed with SIGKILL can't delete, for the job to delete: this one and Spark's. */
    List<String> leftByKilledDriver() throws IOException {
        List<String> ofSpark = notedBySpark();
        OwnedFolders.note(root, ofSpark);
        List<String> folders = new ArrayList<>();
        folders.add(root.toString());
        folders.addAll(ofSpark);
        return folders;
    }

    /**
     * What Spark has noted down for its own end, such as the folder that spark-submit makes for downloads. The list is private; without it they
     * stay, empty.
     */
    private static List<String> notedBySpark() {
        try {
            Object manager = Reflect.scalaObject("org.apache.spark.util.ShutdownHookManager");
            Object noted = Reflect.callPrivate(manager, "shutdownDeletePaths");
            String joined = (String) Reflect.call(noted, "mkString", String.class, File.pathSeparator);
            return joined.isEmpty() ? Collections.emptyList() : Arrays.asList(joined.split(File.pathSeparator));
        } catch (ReflectiveOperationException anotherSpark) {
            return Collections.emptyList();
        }
    }

    void unpack(String archive) throws IOException {
        try (InputStream stream = SparkRunner.class.getResourceAsStream("/sparkpipelines/" + archive)) {
            if (stream == null) {
                throw new RunnerException(RunnerException.JOB_NOT_STARTED, "the jar names the archive '" + archive + "' but lacks it.");
            }
            TarGz.unpack(stream, job());
        }
    }

    /** Nothing is written here any more. */
    void release() {
        released.countDown();
    }

    /** A Spark that is starting while the JVM is asked to end makes folders until it notices. */
    private void deleteWhenReleased() {
        try {
            released.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
        if (root != null) {
            delete();
        }
    }

    private void delete() {
        try {
            OwnedFolders.delete(root);
        } catch (IOException failure) {
            System.err.println("spark-runner: could not delete " + root + ": " + failure);
        }
    }
}
