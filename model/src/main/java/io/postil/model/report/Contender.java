package io.postil.model.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * A model, or a training run, in a comparison.
 *
 * @param report as {@code report.json} holds it
 * @param judged what it answered, where it was asked now
 * @param seconds that answering took; 0 where it was not asked now
 */
public record Contender(String name, JsonNode report, Optional<Judged> judged, double seconds) {}
