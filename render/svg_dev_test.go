package render
import ("testing";"os";"context";"bytes";"fmt";"uncite/graph")
func TestDevPictures(t *testing.T){
 dir:=os.Getenv("PICTURES"); if dir=="" {t.Skip()}
 all:=map[string]*Map{"small":smallMap(),"g12":generated(12,1),"g40":generated(40,2),"g80":generated(80,3),"g800":generated(812,4).Cut(40),"g300":generated(300,5),"one":smallMap().Cut(1),"empty":{Graph:&graph.Graph{}}}
 for name,m:=range all { var b bytes.Buffer; if err:=writeSVG(context.Background(),&b,m);err!=nil{t.Fatal(err)}; os.WriteFile(fmt.Sprintf("%s/%s.svg",dir,name),b.Bytes(),0o644)}
}
func TestDevDot(t *testing.T){
 dir:=os.Getenv("PICTURES"); if dir=="" {t.Skip()}
 all:=map[string]*Map{"small":smallMap(),"g12":generated(12,1),"g40":generated(40,2),"g800":generated(812,4).Cut(40),"one":smallMap().Cut(1),"empty":{Graph:&graph.Graph{}}}
 for name,m:=range all { var b bytes.Buffer; if err:=writeDOT(context.Background(),&b,m);err!=nil{t.Fatal(err)}; os.WriteFile(fmt.Sprintf("%s/%s.dot",dir,name),b.Bytes(),0o644)}
}
