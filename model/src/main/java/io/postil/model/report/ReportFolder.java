package io.postil.model.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;

/** A folder with {@code report.json} and {@code report.html}. */
public final class ReportFolder {
    public static final String JSON = "report.json";
    public static final String HTML = "report.html";
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private ReportFolder() {}

    /** Writes both files, each in one step; the folder is made where it is not there. */
    public static void write(Path folder, Map<String, Object> report) throws IOException {
        JsonNode tree = MAPPER.valueToTree(report);
        write(folder, HTML, ReportPage.of(tree));
        write(folder, JSON, MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(tree) + "\n");
    }

    static void write(Path folder, String name, String content) throws IOException {
        Files.createDirectories(folder);
        Path unfinished = folder.resolve("." + name + ".part");
        Files.write(unfinished, content.getBytes(StandardCharsets.UTF_8));
        Files.move(unfinished, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }

    /**
     * Reads a report.json back.
     *
     * @throws ReportException if it is not there or is none
     */
    public static JsonNode read(Path folder) {
        Path file = Files.isDirectory(folder) ? folder.resolve(JSON) : folder;
        try {
            JsonNode report = MAPPER.readTree(Files.readAllBytes(file));
            if (!report.path("metrics").isObject()) {
                throw new ReportException(
                        file + ": metrics: not there (expected a report of postil evaluate or train)");
            }
            return report;
        } catch (JsonProcessingException e) {
            throw new ReportException(file + ": not JSON: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw new ReportException(file + ": cannot be read");
        }
    }
}
