package org.penumbra.dist;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Builds the application image in target/dist out of target/penumbra, and the installer where asked for. Called by the
 * profiles "dist" and "installer" of pom.xml.
 */
final class BuildImage {

    /** The exit code by which the script says that it cannot be done here, and why. */
    private static final int LEFT_OUT = 3;
    /** What the program must stay below, bytes. */
    static final long MOST = 250L << 20;

    private final Plan plan;
    private final Path program;

    private BuildImage(Plan plan) {
        this.plan = plan;
        this.program = plan.project().resolve("target").resolve("penumbra");
    }

    /**
     * Builds.
     *
     * @param arguments the folder of pom.xml; the program's version; the options of the Java machine in one text;
     *                  "image", "installer" for both, or "check" to try out the installer of an image that was built
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path project = Path.of(arguments[0]).toAbsolutePath().normalize();
        Plan plan = new Plan(
                Machine.of(System.getProperty("os.name")),
                project,
                project.resolve("target").resolve("dist"),
                arguments[1],
                List.of(arguments[2].trim().split("\\s+")));
        BuildImage build = new BuildImage(plan);
        switch (arguments[3]) {
            case "image" -> build.image();
            case "installer" -> {
                build.image();
                build.installer();
            }
            case "check" -> build.check();
            default ->
                throw new IllegalArgumentException(
                        "expected image, installer or check, but got \"" + arguments[3] + "\"");
        }
    }

    private void image() throws IOException, InterruptedException {
        FxModules.remove(plan.work());
        Files.createDirectories(plan.work());
        List<Path> jars = jars();
        collect(jars);
        new FxModules(plan.machine(), jars).make(plan.modules());
        Tools.run("jlink", plan.jlink());
        IconFiles.write(plan.work().resolve("icons"));
        writeAssociations();
        Tools.run("jpackage", plan.packImage());
        ClassArchive archive = new ClassArchive(plan);
        archive.list();
        archive.make();
        Sums.write(plan.image(), plan.work().resolve("penumbra.sha256"));
        tellSize();
    }

    private void installer() throws IOException {
        // An archive that would be of no use elsewhere is not packed; the deb makes one where it is installed.
        boolean packed = ClassArchive.isMovable() || !Files.exists(plan.archive());
        Path aside = plan.work().resolve(Plan.ARCHIVE);
        if (!packed) {
            Files.move(plan.archive(), aside);
        }
        try {
            makeInstaller();
        } finally {
            if (!packed) {
                Files.move(aside, plan.archive());
            }
        }
    }

    /** Installs the deb in a bare Debian, uses it there and removes it; says why where that cannot be done. */
    private void check() throws IOException, InterruptedException {
        if (plan.machine() != Machine.LINUX) {
            System.out.println("== the installer is not tried out: only the deb is, and on Linux");
            return;
        }
        if (deb("ready") == LEFT_OUT) {
            return;
        }
        try (Stream<Path> files = Files.list(plan.work())) {
            if (files.noneMatch(file -> file.toString().endsWith(".deb"))) {
                installer();
            }
        }
        Files.write(plan.work().resolve("seven.png"), TrialDigit.seven());
        int code = deb("all");
        if (code != 0 && code != LEFT_OUT) {
            throw new IOException("the deb did not pass its check; what failed stands above");
        }
    }

    private int deb(String what) throws IOException, InterruptedException {
        String script = plan.project().resolve("jlink").resolve("check-deb.sh").toString();
        return new ProcessBuilder(script, plan.work().toString(), what)
                .inheritIO()
                .start()
                .waitFor();
    }

    private List<Path> jars() throws IOException {
        try (Stream<Path> found = Files.list(program.resolve("lib"))) {
            return found.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        }
    }

    /** All that stands beside the runtime; presets and models are in the program's own jar. */
    private void collect(List<Path> jars) throws IOException {
        Files.createDirectories(plan.input());
        List<Path> beside = new ArrayList<>(
                jars.stream().filter(jar -> !FxModules.isRuntime(jar)).toList());
        beside.addAll(List.of(program.resolve("LICENSE"), program.resolve("README.md")));
        for (Path file : beside) {
            copy(file, plan.input().resolve(file.getFileName()));
        }
        try (Stream<Path> licences = Files.list(program.resolve("licences"))) {
            for (Path licence : licences.toList()) {
                copy(
                        licence,
                        Files.createDirectories(plan.input().resolve("licences"))
                                .resolve(licence.getFileName()));
            }
        }
    }

    /** With its time, by which an archive of classes knows a jar. */
    private static void copy(Path from, Path to) throws IOException {
        Files.copy(from, to, StandardCopyOption.COPY_ATTRIBUTES);
    }

    private void writeAssociations() throws IOException {
        Files.createDirectories(plan.associations());
        for (Association association : Association.ALL) {
            Files.write(plan.associations().resolve(association.file()), association.properties(plan.icon()));
        }
    }

    private void makeInstaller() throws IOException {
        Files.createDirectories(plan.resources());
        Path ours = plan.project().resolve("jlink").resolve(plan.machine().installer());
        if (Files.isDirectory(ours)) {
            try (Stream<Path> files = Files.list(ours)) {
                for (Path file : files.toList()) {
                    String text = Files.readString(file).replace("@types@", Association.types());
                    Files.writeString(plan.resources().resolve(file.getFileName()), text, StandardCharsets.UTF_8);
                }
            }
        }
        if (plan.machine() == Machine.MAC) {
            for (String file : List.of(Plan.CLASS_LIST, Plan.ARCHIVE)) {
                if (Files.exists(plan.app().resolve(file))) {
                    copy(plan.app().resolve(file), plan.input().resolve(file));
                }
            }
        }
        Tools.run("jpackage", plan.packInstaller());
        try (Stream<Path> files = Files.list(plan.work())) {
            List<Path> installers = files.filter(file -> file.toString().matches(".*\\.(deb|rpm|msi|exe|dmg|pkg)"))
                    .sorted()
                    .toList();
            Sums.write(plan.work(), installers, plan.work().resolve("installer.sha256"));
        }
    }

    private void tellSize() throws IOException {
        long bytes;
        try (Stream<Path> files = Files.walk(plan.image())) {
            bytes = files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
        System.out.println(String.format(
                Locale.ROOT,
                "== %s: %.1f MB, of which the archive of classes is %.1f MB",
                plan.image(),
                bytes / 1048576.0,
                plan.archive().toFile().length() / 1048576.0));
        if (bytes >= MOST) {
            System.out.println("== WARNING: that is more than the " + (MOST >> 20) + " MB which it is to stay below");
        }
    }
}
