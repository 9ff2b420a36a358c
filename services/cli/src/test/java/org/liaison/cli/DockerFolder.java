package org.liaison.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The texts in `docker/`, some of them perhaps replaced by what a careless hand might write.
record DockerFolder(Path project, Map<String, String> files) {

    static DockerFolder ofTheProject() {
        Path project = Path.of("..", "..").toAbsolutePath().normalize();
        Path docker = project.resolve("docker");
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(docker)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                String name = docker.relativize(file).toString();
                if (!name.startsWith("secrets/")) files.put(name, Files.readString(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new DockerFolder(project, files);
    }

    DockerFolder with(String file, String before, String after) {
        String text = text(file);
        if (!text.contains(before)) throw new IllegalArgumentException(file + " does not contain: " + before);
        Map<String, String> changed = new LinkedHashMap<>(files);
        changed.put(file, text.replace(before, after));
        return new DockerFolder(project, changed);
    }

    boolean has(String file) {
        return files.containsKey(file);
    }

    String text(String file) {
        String text = files.get(file);
        if (text == null) throw new IllegalArgumentException("there is no docker/" + file);
        return text;
    }

    Composition composition() {
        return Composition.read(text("compose.yaml"));
    }

    /// By its path in the compose file, which is relative to the root of the project.
    Dockerfile dockerfile(String path) {
        return Dockerfile.read(text(path.replaceFirst("^docker/", "")));
    }

    /// The lines of the README between ```` ```sh ```` and ```` ``` ````, block by block.
    java.util.List<String> shellBlocks() {
        return java.util.regex.Pattern.compile("```sh\\n(.*?)```", java.util.regex.Pattern.DOTALL)
                .matcher(text("README.md"))
                .results()
                .map(match -> match.group(1))
                .toList();
    }
}
