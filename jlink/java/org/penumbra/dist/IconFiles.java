package org.penumbra.dist;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;

/** The program's sign in the three formats that desktops want. All of them hold PNG pictures. */
final class IconFiles {

    private static final int LINUX_SIDE = 512;
    private static final List<Integer> WINDOWS_SIDES = List.of(16, 24, 32, 48, 64, 128, 256);
    private static final int ICO_HEADER = 6;
    private static final int ICO_ENTRY = 16;
    private static final int ICNS_HEADER = 8;

    private IconFiles() {}

    /** The sides, in pixels, by the names that macOS has for them. */
    static Map<String, Integer> macSides() {
        Map<String, Integer> sides = new LinkedHashMap<>();
        sides.put("icp4", 16);
        sides.put("icp5", 32);
        sides.put("ic11", 32);
        sides.put("ic12", 64);
        sides.put("ic07", 128);
        sides.put("ic08", 256);
        sides.put("ic13", 256);
        sides.put("ic09", 512);
        sides.put("ic14", 512);
        sides.put("ic10", 1024);
        return sides;
    }

    /** Writes penumbra.png, penumbra.ico and penumbra.icns. */
    static void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.write(folder.resolve("penumbra.png"), png(LINUX_SIDE));
        Files.write(folder.resolve("penumbra.ico"), ico());
        Files.write(folder.resolve("penumbra.icns"), icns());
    }

    /** A PNG picture of so many pixels each way. */
    static byte[] png(int side) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(IconDrawing.of(side), "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Windows: a directory of pictures, then the pictures; all numbers with the lowest byte first, a side of 256 as 0. */
    static byte[] ico() {
        List<byte[]> pictures = WINDOWS_SIDES.stream().map(IconFiles::png).toList();
        int offset = ICO_HEADER + ICO_ENTRY * pictures.size();
        int size =
                offset + pictures.stream().mapToInt(picture -> picture.length).sum();
        ByteBuffer file = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        file.putShort((short) 0).putShort((short) 1).putShort((short) pictures.size());
        for (int i = 0; i < pictures.size(); i++) {
            byte side = (byte) (int) WINDOWS_SIDES.get(i);
            // No palette; one plane of 32 bits a pixel.
            file.put(side)
                    .put(side)
                    .put((byte) 0)
                    .put((byte) 0)
                    .putShort((short) 1)
                    .putShort((short) 32);
            file.putInt(pictures.get(i).length).putInt(offset);
            offset += pictures.get(i).length;
        }
        pictures.forEach(file::put);
        return file.array();
    }

    /** macOS: blocks of a name, their length with these eight bytes, and a picture; numbers with the highest byte first. */
    static byte[] icns() throws IOException {
        ByteArrayOutputStream blocks = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(blocks);
        for (Map.Entry<String, Integer> side : macSides().entrySet()) {
            byte[] picture = png(side.getValue());
            out.write(side.getKey().getBytes(StandardCharsets.US_ASCII));
            out.writeInt(ICNS_HEADER + picture.length);
            out.write(picture);
        }
        return ByteBuffer.allocate(ICNS_HEADER + blocks.size())
                .put("icns".getBytes(StandardCharsets.US_ASCII))
                .putInt(ICNS_HEADER + blocks.size())
                .put(blocks.toByteArray())
                .array();
    }
}
