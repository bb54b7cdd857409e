using System.ComponentModel;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Orchestration.Planning;

/// <summary>Lets settings say <c>"Saturday": "10:00-19:00"</c>.</summary>
internal sealed class TimeWindowTypeConverter : TypeConverter
{
    public override bool CanConvertFrom(ITypeDescriptorContext? context, Type sourceType) => sourceType == typeof(string);

    public override object? ConvertFrom(ITypeDescriptorContext? context, CultureInfo? culture, object value) =>
        value is string text ? TimeWindow.Parse(text) : base.ConvertFrom(context, culture, value);
}

/// <summary>One readable string instead of two times with seconds.</summary>
internal sealed class TimeWindowJsonConverter : JsonConverter<TimeWindow>
{
    public override TimeWindow Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        TimeWindow.TryParse(reader.GetString(), out var window)
            ? window
            : throw new JsonException("Expected a window of hours such as 09:00-11:00.");

    public override void Write(Utf8JsonWriter writer, TimeWindow value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}
