package sparkpipelines;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.UserPrincipal;
import java.util.List;
import java.util.UUID;

/**
 * Temporary folders that belong to a process and must not outlive it. Their names carry its {@link ProcessMark}, so that when it was killed the next
 * one can remove them. A folder with further owners holds a file {@code .owner-MARK} for each. {@code OwnedFolders.cs} does the same.
 */
final class OwnedFolders {
    private static final String PREFIX = "sparkpipelines-";
    private static final String OWNER_PREFIX = ".owner-";

    /** In a driver's folder: the paths of folders that its Spark has made beside it, a line each. */
    private static final String SPARK_FOLDERS = "spark-folders";

    private OwnedFolders() {
    }

    /** A folder readable by its owner alone. */
    static Path create() throws IOException {
        String mark = ProcessMark.own();
        return Files.createTempDirectory(PREFIX + (mark == null ? "" : mark + "-"));
    }

    static boolean isOwned(Path folder) {
        String name = folder.getFileName().toString();
        return name.startsWith(PREFIX) && ProcessMark.read(name.substring(PREFIX.length())) != null;
    }

    /** Has the folder stay while this process runs, whoever made it. */
    static void addOwner(Path folder) throws IOException {
        Files.write(folder.resolve(OWNER_PREFIX + ProcessMark.own()), new byte[0]);
    }

    /** What goes with the folder when this process is killed. */
    static void note(Path folder, List<String> sparkFolders) throws IOException {
        Files.write(folder.resolve(SPARK_FOLDERS), sparkFolders, StandardCharsets.UTF_8);
    }

    /** Removes the folders of dead processes beside the given one, which tells whose the user's own are. */
    static void sweepBeside(Path own) {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(own.getParent(), PREFIX + "*")) {
            UserPrincipal user = Files.getOwner(own);
            for (Path folder : folders) {
                try {
                    String mark = ProcessMark.read(folder.getFileName().toString().substring(PREFIX.length()));
                    if (mark != null && ProcessMark.isCertainlyGone(mark) && isOwn(folder, user) && areGone(folder)) {
                        remove(folder, user);
                    }
                } catch (IOException another) {
                    // Another process is removing it, or it can't be removed: either way it is not this one's concern.
                    continue;
                }
            }
        } catch (IOException failure) {
            System.err.println("spark-runner: could not look for what killed drivers have left in " + own.getParent() + ": " + failure);
        }
    }

    /** What disappears meanwhile is no failure. */
    static void delete(Path root) throws IOException {
        Files.walkFileTree(root, new SimpleFileVisitor<Path>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                if (failure instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw failure;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, IOException failure) throws IOException {
                Files.deleteIfExists(directory);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private static boolean isOwn(Path path, UserPrincipal user) throws IOException {
        return Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS) && Files.getOwner(path, LinkOption.NOFOLLOW_LINKS).equals(user);
    }

    private static boolean areGone(Path folder) throws IOException {
        try (DirectoryStream<Path> owners = Files.newDirectoryStream(folder, OWNER_PREFIX + "*")) {
            for (Path owner : owners) {
                String mark = ProcessMark.read(owner.getFileName().toString().substring(OWNER_PREFIX.length()));
                if (mark == null || !ProcessMark.isCertainlyGone(mark)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static void remove(Path folder, UserPrincipal user) throws IOException {
        // One rename takes it from whoever else would remove it, and makes it this process's, should that be killed too.
        Path taken = Files.move(folder, folder.resolveSibling(PREFIX + ProcessMark.own() + "-" + UUID.randomUUID()));
        Path noted = taken.resolve(SPARK_FOLDERS);
        if (Files.exists(noted)) {
            for (String line : Files.readAllLines(noted, StandardCharsets.UTF_8)) {
                Path left = Paths.get(line);
                if (left.getFileName().toString().startsWith("spark-") && taken.getParent().equals(left.getParent())
                    && Files.exists(left, LinkOption.NOFOLLOW_LINKS) && isOwn(left, user)) {
                    delete(left);
                }
            }
        }
        delete(taken);
    }
}
