package sparkpipelines;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/**
 * Unpacks what {@code sparkpipelines package} packs: directories and plain files in GNU tar format. The JDK reads no tar, and its zip
 * classes know no modes, so the job's executables would lose theirs.
 */
final class TarGz {
    private static final int BLOCK = 512;
    private static final int OWNER_EXECUTES = 0100;

    private TarGz() {
    }

    static void unpack(InputStream archive, Path target) throws IOException {
        Files.createDirectories(target);
        DataInputStream stream = new DataInputStream(new BufferedInputStream(new GZIPInputStream(archive, 1 << 16), 1 << 16));
        byte[] header = new byte[BLOCK];
        String longName = null;
        while (true) {
            stream.readFully(header);
            if (header[0] == 0) {
                return;
            }
            long size = octal(header, 124, 12);
            char kind = (char) header[156];
            if (kind == 'L') {
                longName = text(readName(stream, size), 0, (int) size);
                continue;
            }
            String name = longName != null ? longName : text(header, 0, 100);
            longName = null;
            Path path = target.resolve(name).normalize();
            if (!path.startsWith(target)) {
                throw new IOException("the archive's entry '" + name + "' lies outside of it");
            }
            if (kind == '5') {
                Files.createDirectories(path);
            } else if (kind == '0' || kind == 0) {
                Files.createDirectories(path.getParent());
                writeFile(stream, size, path);
                if ((octal(header, 100, 8) & OWNER_EXECUTES) != 0 && !path.toFile().setExecutable(true, true)) {
                    throw new IOException("could not make " + path + " executable");
                }
            } else {
                throw new IOException("the archive's entry '" + name + "' has the unexpected kind '" + kind + "'");
            }
        }
    }

    private static byte[] readName(DataInputStream stream, long size) throws IOException {
        byte[] name = new byte[(int) size];
        stream.readFully(name);
        skipPadding(stream, size);
        return name;
    }

    private static void writeFile(DataInputStream stream, long size, Path path) throws IOException {
        byte[] buffer = new byte[1 << 16];
        try (OutputStream file = Files.newOutputStream(path)) {
            for (long left = size; left > 0; ) {
                int read = stream.read(buffer, 0, (int) Math.min(left, buffer.length));
                if (read < 0) {
                    throw new EOFException("the archive ends inside " + path.getFileName());
                }
                file.write(buffer, 0, read);
                left -= read;
            }
        }
        skipPadding(stream, size);
    }

    private static void skipPadding(DataInputStream stream, long size) throws IOException {
        stream.readFully(new byte[(int) ((BLOCK - size % BLOCK) % BLOCK)]);
    }

    private static String text(byte[] block, int offset, int length) {
        int end = offset;
        while (end < offset + length && block[end] != 0) {
            end++;
        }
        return new String(block, offset, end - offset, StandardCharsets.UTF_8);
    }

    private static long octal(byte[] header, int offset, int length) {
        String digits = text(header, offset, length).trim();
        return digits.isEmpty() ? 0 : Long.parseLong(digits, 8);
    }
}
