namespace GraphNews.Graph.Mappings;

/// <summary>All templates of a source, so that each of their columns can be looked for before the first row is read.</summary>
internal static class MappedColumns
{
    /// <summary>The templates of a source.</summary>
    public static IEnumerable<Template> Of(SourceMapping source)
        => new[] { source.Locator, source.Group }.OfType<Template>()
            .Concat(source.Where.Select(condition => condition.Value))
            .Concat(source.Records.SelectMany(Of));

    private static IEnumerable<Template> Of(RecordMapping record)
        => record.Where.Select(condition => condition.Value).Concat(Values(record).OfType<ValueMapping>().SelectMany(Of));

    private static IEnumerable<Template> Of(ValueMapping value)
        => new[] { value.Text, value.DateUntil, value.Prefix }.OfType<Template>();

    private static IEnumerable<ValueMapping?> Values(RecordMapping record)
        => new[] { record.Key, record.Slug, record.OfficeHolder?.Written, record.OfficeHolder?.Agency, record.OfficeHolder?.Date }
            .Concat(record.Identifiers.Select(identifier => identifier.Value))
            .Concat(record.Names.SelectMany(name => new[] { name.Value, name.Kind, name.ValidFrom, name.ValidUntil }))
            .Concat(record.Fields.Select(field => field.Value));
}
