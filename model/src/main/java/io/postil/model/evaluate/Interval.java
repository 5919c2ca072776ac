package io.postil.model.evaluate;

import java.util.LinkedHashMap;
import java.util.Map;

/** A figure and the bounds that it lies between with the confidence of its {@link Bootstrap}. */
public record Interval(double value, double low, double high) {

    public Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("value", value);
        json.put("low", low);
        json.put("high", high);
        return json;
    }
}
