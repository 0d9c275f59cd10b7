package org.penumbra.net.layer;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;

/** A program that asks for the core type again and again, and for one thread, while another thread opens libraries, as JavaFX does. */
final class LibrariesOpenedMeanwhile {

    private static final int QUESTIONS = 30;

    private LibrariesOpenedMeanwhile() {}

    /** @param arguments a library, and an empty folder for copies of it */
    public static void main(String[] arguments) throws Exception {
        Path library = Path.of(arguments[0]);
        Path folder = Path.of(arguments[1]);
        Optional<String> first = OpenBlas.coreType(Kernels.coreTypes());
        AtomicBoolean done = new AtomicBoolean();
        Thread opener = thread(() -> {
            for (int copy = 0; !done.get(); copy++) {
                Path file = Files.copy(library, folder.resolve("copy-" + copy + ".so"));
                Loader.loadGlobal(file.toString());
                Files.delete(file);
            }
        });
        for (int question = 0; question < QUESTIONS; question++) {
            OpenBlas.useOneThread();
            if (!OpenBlas.coreType(Kernels.coreTypes()).equals(first)) {
                throw new AssertionError("expected " + first + " each time");
            }
        }
        done.set(true);
        opener.join();
        System.out.println("by its file " + first + ", by the loader " + byTheLoader());
        Runtime.getRuntime().halt(0);
    }

    private static Optional<String> byTheLoader() {
        Pointer chosen = Loader.addressof("gotoblas");
        return Kernels.coreTypes().stream()
                .filter(name -> {
                    Pointer kernels = Loader.addressof("gotoblas_" + name.toUpperCase(Locale.ROOT));
                    return chosen != null
                            && kernels != null
                            && new PointerPointer<>(chosen).get(0).address() == kernels.address();
                })
                .findFirst();
    }

    /** What may throw. */
    private interface Errand {
        void run() throws Exception;
    }

    private static Thread thread(Errand errand) {
        Thread thread = new Thread(() -> {
            try {
                errand.run();
            } catch (Exception failed) {
                failed.printStackTrace();
                Runtime.getRuntime().halt(1);
            }
        });
        thread.setDaemon(true);
        thread.start();
        return thread;
    }
}
