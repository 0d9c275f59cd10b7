package org.penumbra.net;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A program that loads its native code as soon as a file is there, and prints what is wrong with what that computes. */
final class NativeStarter {

    private NativeStarter() {}

    /** @param arguments the file */
    public static void main(String[] arguments) throws InterruptedException {
        System.err.write("ready\n".getBytes(StandardCharsets.US_ASCII), 0, 6);
        System.err.flush();
        while (!Files.exists(Path.of(arguments[0]))) {
            Thread.sleep(1);
        }
        byte[] answer = KernelsInUse.ofProcess().fault().orElse("no fault").getBytes(StandardCharsets.UTF_8);
        System.out.write(answer, 0, answer.length);
        System.out.flush();
    }
}
