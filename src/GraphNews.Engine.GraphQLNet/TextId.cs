using GraphQL.Types;
using GraphQLParser.AST;

namespace GraphNews.Engine;

/// <summary>An id is a text, also where a client writes it as a number.</summary>
internal sealed class TextId : IdGraphType
{
    public override object? ParseLiteral(GraphQLValue value) => Text(base.ParseLiteral(value));

    public override object? ParseValue(object? value) => Text(base.ParseValue(value));

    private object? Text(object? id) => Serialize(id);
}
