using System.Reflection;
using GraphNews.Graph.Errors;
using GraphQLParser.AST;

namespace GraphNews.Tests.Schema;

public sealed class ErrorCodeTests
{
    [Fact]
    public void The_schema_lists_exactly_the_codes_that_answers_can_have()
    {
        var constants = typeof(ErrorCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(field => (string)field.GetRawConstantValue()!);

        Assert.Equal(constants.Order(StringComparer.Ordinal), Values().Select(value => value.Name.StringValue).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_code_says_which_HTTP_status_goes_with_it()
        => Assert.All(Values(), value => Assert.Matches("^HTTP [245][0-9]{2}\\. ", value.Description!.Value.ToString().Trim()));

    private static GraphQLEnumValuesDefinition Values()
        => SchemaFolder.Documents().SelectMany(file => file.Document.Definitions)
            .OfType<GraphQLEnumTypeDefinition>()
            .Single(type => type.Name.StringValue == "ErrorCode").Values!;
}
