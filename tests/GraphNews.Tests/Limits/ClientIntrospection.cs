namespace GraphNews.Tests.Limits;

/// <summary>What IDEs and code generators ask of a schema, with all that they can ask of it.</summary>
internal static class ClientIntrospection
{
    /// <summary>The question of npm's graphql and of Banana Cake Pop.</summary>
    /// <param name="levels">How often they look into lists and non-null marks: seven to thirteen times.</param>
    public static string Query(int levels)
    {
        var inside = string.Concat(Enumerable.Repeat("ofType { kind name ", levels)) + string.Concat(Enumerable.Repeat("} ", levels));
        return $$"""
            query IntrospectionQuery {
              __schema {
                description
                queryType { name kind }
                mutationType { name kind }
                subscriptionType { name kind }
                types { ...FullType }
                directives {
                  name description isRepeatable locations
                  args(includeDeprecated: true) { ...InputValue }
                }
              }
            }
            fragment FullType on __Type {
              kind name description specifiedByURL
              fields(includeDeprecated: true) {
                name description
                args(includeDeprecated: true) { ...InputValue }
                type { ...TypeRef }
                isDeprecated deprecationReason
              }
              inputFields(includeDeprecated: true) { ...InputValue }
              interfaces { ...TypeRef }
              enumValues(includeDeprecated: true) { name description isDeprecated deprecationReason }
              possibleTypes { ...TypeRef }
            }
            fragment InputValue on __InputValue {
              name description type { ...TypeRef } defaultValue isDeprecated deprecationReason
            }
            fragment TypeRef on __Type { kind name {{inside}}}
            """;
    }
}
