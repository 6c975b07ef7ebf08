using GraphNews.Graph.Binding;
using GraphNews.Graph.Walk;

namespace GraphNews.Tests.SqlServer;

/// <summary>How much of each type to select.</summary>
internal enum SampleDepth
{
    /// <summary>The id alone, of nodes; of connections every part.</summary>
    Ids,

    /// <summary>Every field that leads to no other row.</summary>
    Plain,

    /// <summary>Also fields that lead to other rows, and of these every field that does not.</summary>
    Deeper,
}

/// <summary>Selects fields of whatever type it meets.</summary>
internal sealed class SampledSelection(SampleDepth depth) : SelectionSet
{
    private static readonly Dictionary<string, object?> None = [];

    protected override IReadOnlyList<ShownField> Collect(ObjectBinding type) => [.. type.Fields.SelectMany(Of).Select(selection => new ShownField(selection))];

    private IEnumerable<Selection> Of(FieldBinding field)
    {
        switch (field)
        {
            case ToOneField or OneOfField or NodeReferenceField or CanonicalField or EdgeField:
                if (depth == SampleDepth.Deeper) yield return new Selection(field.Name, field, None, new SampledSelection(SampleDepth.Plain));
                break;
            case PartField { Property.PropertyType: var type } when type == typeof(NodeKey) || type == typeof(IReadOnlyList<NodeKey>):
                yield return new Selection(field.Name, field, None, new SampledSelection(SampleDepth.Plain));
                break;
            case PartField { Target: null } or IdField:
                yield return new Selection(field.Name, field, None, null);
                break;
            case MethodField:
                break;
            case PartField:
                yield return new Selection(field.Name, field, None, this);
                break;
            case not PartField when depth == SampleDepth.Ids:
                break;
            case PartialDateField:
                yield return new Selection(field.Name, field, None, this);
                break;
            case LocalizedField:
                yield return new Selection(field.Name, field, None, null);
                yield return new Selection($"arabic_{field.Name}", field, new Dictionary<string, object?> { ["language"] = "ar" }, null);
                break;
            default:
                yield return new Selection(field.Name, field, None, null);
                break;
        }
    }
}
