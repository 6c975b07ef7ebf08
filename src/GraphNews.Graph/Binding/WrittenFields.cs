using System.Linq.Expressions;
using System.Reflection;
using GraphNews.Graph.Articles;
using GraphNews.Graph.Meetings;
using GraphNews.Graph.Model;
using GraphNews.Graph.Names;
using GraphNews.Graph.Nodes;

namespace GraphNews.Graph.Binding;

/// <summary>A field of an input.</summary>
/// <param name="Name">Its name: that of the type's field.</param>
/// <param name="Type">Its type, without the mark of what is required.</param>
/// <param name="Description">What it means.</param>
/// <param name="IsRequired">Whether a new node has to have it.</param>
/// <param name="IsFixed">Whether it stays as it was added.</param>
internal sealed record WrittenField(string Name, string Type, string Description, bool IsRequired = false, bool IsFixed = false);

/// <summary>
/// What somebody may state about a kind of node. Texts that have to be of a form (dates, tags, addresses) go in as
/// <c>String</c>: so that one that is wrong is an error of the payload with its path, and not of the request.
/// </summary>
internal static class WrittenFields
{
    private const string Edtf = " A date as EDTF writes it: `2025`, `2025-01`, `2025-01-28`, `[2025-01-28..2025-01-29]`.";

    public static IEnumerable<WrittenField> Of(ObjectBinding type)
    {
        foreach (var field in type.Fields.SelectMany(field => Of(type, field))) yield return field;
        if (type.Kind == NodeKind.SourceArticle)
            yield return new WrittenField("text", "String", "Its text exactly as received. It is stored as it is, and citations count its characters; it cannot be replaced once it is there.");
    }

    private static IEnumerable<WrittenField> Of(ObjectBinding type, FieldBinding field)
    {
        var description = field.Definition.Description?.Value.ToString().Trim().ReplaceLineEndings(" ") ?? "";
        switch (field)
        {
            case ColumnField { Value.Body: MemberExpression { Expression: ParameterExpression, Member: PropertyInfo property } } when property.DeclaringType == type.ClrType && IsStated(property) && field.Name != "name":
                var named = TypeText.NamedTypeOf(field.Definition.Type);
                var text = property.PropertyType == typeof(string) || named is "Date" or "DateTime";
                yield return new WrittenField(field.Name, text ? "String" : named, description, IsRequired: text && property.Name is nameof(SourceArticle.Title) or nameof(Name.Value));
                break;
            case PartialDateField:
                yield return new WrittenField(field.Name, "String", description + Edtf);
                break;
            case LocalizedField { Text.TextField: not null, Name: not "name" }:
                yield return new WrittenField(field.Name, "[LocalizedTextInput!]", description.Replace(", chosen by language as `name` is", "", StringComparison.Ordinal));
                break;
            case ToOneField { Navigation.Body: MemberExpression navigation } toOne:
                yield return Reference(type, field.Name, navigation.Member, toOne.Target, description);
                break;
            case NodeReferenceField:
                yield return new WrittenField(field.Name, "EntityReferenceInput", description, IsRequired: true, IsFixed: true);
                break;
            case EdgeField { Edge: { } edge } when edge.Link == typeof(Capacity) && type.Kind == NodeKind.Participation:
                yield return new WrittenField(field.Name, "[CapacityInput!]", description);
                break;
            case EdgeField { Edge: { } edge } when IsLinkOf(edge):
                yield return new WrittenField(field.Name, "[EntityReferenceInput!]", description);
                break;
        }
    }

    private static WrittenField Reference(ObjectBinding type, string name, MemberInfo navigation, ObjectBinding target, string description)
    {
        var input = target.Kind == NodeKind.Country ? "CountryReferenceInput"
            : target.ClrType!.IsSubclassOf(typeof(Entity)) ? "EntityReferenceInput" : "FactReferenceInput";
        return new WrittenField(name, input, description, IsRequired: type.ClrType!.GetProperty(navigation.Name + "Id")!.PropertyType == typeof(long));
    }

    // What is derived from what was stated is no input.
    private static bool IsStated(PropertyInfo property)
        => property is not { Name: nameof(Name.Script) or nameof(SourceArticle.ContentHash) };

    private static bool IsLinkOf(Edge edge)
        => edge.Link != edge.Target && !edge.Link.IsSubclassOf(typeof(NodeRow)) && RowEnds.Of(edge.Link) is [var owner, ..] && OwnerOf(edge.ParentKey) == owner;

    private static string? OwnerOf(LambdaExpression key)
        => (key.Body is UnaryExpression convert ? convert.Operand : key.Body) is MemberExpression member ? member.Member.Name : null;
}
