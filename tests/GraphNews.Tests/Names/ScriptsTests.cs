using GraphNews.Graph.Names;

namespace GraphNews.Tests.Names;

public sealed class ScriptsTests
{
    [Theory]
    [InlineData("Abdellatif Hammouchi", "Latn")]
    [InlineData("Pérez Łukasz", "Latn")]
    [InlineData("عبد اللطيف حموشي", "Arab")]
    [InlineData("ﻣﺤﻤﺪ", "Arab")]
    [InlineData("کریمی", "Arab")]
    [InlineData("Лавров", "Cyrl")]
    [InlineData("Μητσοτάκης", "Grek")]
    [InlineData("הרצוג", "Hebr")]
    [InlineData("ⵎⵓⵃⵎⵎⴷ", "Tfng")]
    [InlineData("習近平", "Hani")]
    [InlineData("きしだ", "Hira")]
    [InlineData("문재인", "Hang")]
    [InlineData("नरेन्द्र", "Deva")]
    [InlineData("وزارة TV", "Arab")]
    [InlineData("Ministry of وزا", "Latn")]
    [InlineData("2030 - !", "Zyyy")]
    [InlineData("", "Zyyy")]
    public void The_script_of_a_name_is_that_of_most_of_its_letters(string name, string script)
        => Assert.Equal(script, Scripts.Of(name));
}
