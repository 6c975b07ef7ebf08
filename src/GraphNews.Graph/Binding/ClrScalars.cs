namespace GraphNews.Graph.Binding;

/// <summary>Which schema types a C# type of a column may have.</summary>
internal static class ClrScalars
{
    public static IReadOnlyList<string> SchemaTypesOf(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type.IsEnum) return [type.Name];
        if (type == typeof(string)) return ["String", "LanguageTag", "URL"];
        if (type == typeof(int)) return ["Int"];
        if (type == typeof(long)) return ["Version"];
        if (type == typeof(double)) return ["Float"];
        if (type == typeof(bool)) return ["Boolean"];
        if (type == typeof(DateOnly)) return ["Date"];
        return type == typeof(DateTime) ? ["DateTime"] : [];
    }
}
